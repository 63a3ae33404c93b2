import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import PlayerFrame from './PlayerFrame.vue'
import { playerUrl } from '@/lib/hosts'
import { details, eventually, mountSite } from '../../tests/mount'

const options = details.videos.map((video) => ({ video, player: playerUrl(video.embedUrl), page: video.sourceUrl }))
const [archive, rutube] = options

const mountPlayer = (props: object) => mountSite(PlayerFrame, { props: { movie: details, next: undefined, ...props } })

async function press(props: object) {
  const { wrapper } = await mountPlayer(props)
  await wrapper.find('button.facade').trigger('click')
  await flushPromises()
  const frame = wrapper.find('iframe').element as HTMLIFrameElement
  await eventually(() => expect(frame.src).not.toBe(''))
  return { wrapper, frame }
}

describe('the player', () => {
  it('shows no frame before the click and says who will be asked', async () => {
    const { wrapper } = await mountPlayer({ option: archive })
    expect(wrapper.find('iframe').exists()).toBe(false)
    expect(wrapper.text()).toContain('Плеер загрузится с archive.org и может сохранить cookie.')
    expect(wrapper.find('button.facade').attributes('aria-label')).toBe(
      'Смотреть «Паровоз «Генерал»» на Internet Archive, 1\u00a0ч\u00a019\u00a0мин',
    )
  })

  it('is the host’s own after the click', async () => {
    const { frame } = await press({ option: archive })
    expect([frame.src, frame.title]).toEqual([
      'https://archive.org/embed/the-general',
      'Плеер Internet Archive: «Паровоз «Генерал»»',
    ])
  })

  it('that fails says so and offers the next source', async () => {
    const { wrapper, frame } = await press({ option: rutube, next: archive })
    const player = { postMessage: () => undefined }
    Object.defineProperty(frame, 'contentWindow', { value: player })
    const event = new MessageEvent('message', { data: '{"type":"player:error"}', origin: 'https://rutube.ru' })
    Object.defineProperty(event, 'source', { value: player })
    window.dispatchEvent(event)
    await flushPromises()
    expect(wrapper.text()).toContain('Плеер сообщил об ошибке')
    await wrapper.find('.actions button.primary').trigger('click')
    expect(wrapper.emitted('next')).toHaveLength(1)
  })

  it('of a host that may not be framed is a link to its site', async () => {
    const { wrapper } = await mountPlayer({ option: { ...archive, player: undefined } })
    expect(wrapper.find('button.facade').exists()).toBe(false)
    expect(wrapper.find('a').attributes('href')).toBe('https://archive.org/details/the-general')
  })
})
