import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import StateMessage from './StateMessage.vue'
import { ApiProblem } from '@/api/problem'
import { mountSite } from '../../tests/mount'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

describe('a message of trouble', () => {
  it('gives the number to quote', async () => {
    const { wrapper } = await mountSite(StateMessage, {
      props: { problem: new ApiProblem('server', { traceId: '00-abc-01' }) },
    })
    expect(wrapper.text()).toContain('Номер ошибки: 00-abc-01')
  })

  it('asks again when told to', async () => {
    const { wrapper } = await mountSite(StateMessage, { props: { problem: new ApiProblem('timeout') } })
    await wrapper.find('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('counts a limit down in Russian and asks again once by itself', async () => {
    const { wrapper } = await mountSite(StateMessage, {
      props: { problem: new ApiProblem('limited', { retryAfterSeconds: 3 }) },
    })
    expect(wrapper.text()).toContain('Повторим через 3 секунды.')
    vi.advanceTimersByTime(2000)
    await wrapper.vm.$nextTick()
    expect(wrapper.text()).toContain('Повторим через 1 секунду.')
    vi.advanceTimersByTime(60_000)
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('offers no repetition where it cannot help', async () => {
    const { wrapper } = await mountSite(StateMessage, { props: { problem: new ApiProblem('gone') } })
    expect(wrapper.findAll('button')).toEqual([])
  })
})
