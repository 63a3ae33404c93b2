import { describe, expect, it } from 'vitest'
import CorrectionNotice from './CorrectionNotice.vue'
import { mountSite } from '../../tests/mount'

const props = {
  typed: 'ghbdtn',
  correction: { query: 'привет', kind: 'layout' as const, literalTotal: 0 },
  literal: { path: '/catalog', query: { q: '"ghbdtn"' } },
}

describe('a corrected search', () => {
  it('says for what the films are shown', async () => {
    const { wrapper } = await mountSite(CorrectionNotice, { props })
    expect(wrapper.text()).toContain('Показаны результаты по запросу «привет».')
    expect(wrapper.find('[role=status]').exists()).toBe(true)
  })

  it('leads to the search for what was typed', async () => {
    const { wrapper } = await mountSite(CorrectionNotice, { props })
    expect(wrapper.find('a').text()).toBe('Искать именно «ghbdtn»')
    expect(wrapper.find('a').attributes('href')).toBe('/catalog?q=%22ghbdtn%22')
  })
})
