import { describe, expect, it } from 'vitest'
import MovieImage from './MovieImage.vue'
import { mountSite, movie } from '../../tests/mount'

describe('a picture', () => {
  it('comes from our own origin in three widths and leaves room for itself', async () => {
    const { wrapper } = await mountSite(MovieImage, { props: { movie, sizes: '50vw' } })
    const picture = wrapper.find('img')
    expect(picture.attributes('srcset')).toMatch(/^\/images\/movies\/7\?size=s 320w, .+ 1280w$/)
    expect([picture.attributes('width'), picture.attributes('height')]).toEqual(['640', '360'])
    expect(picture.attributes('loading')).toBe('lazy')
  })

  it('beside its title comes without lettering in every width', async () => {
    const { wrapper } = await mountSite(MovieImage, { props: { movie, sizes: '50vw', isBare: true } })
    const picture = wrapper.find('img')
    const addresses = [picture.attributes('src'), ...(picture.attributes('srcset') ?? '').split(', ')]
    expect(addresses.map((address) => address?.includes('&bare=true'))).toEqual([true, true, true, true])
  })

  it('that is seen first is not made to wait', async () => {
    const { wrapper } = await mountSite(MovieImage, { props: { movie, sizes: '50vw', isFirst: true } })
    expect([wrapper.find('img').attributes('loading'), wrapper.find('img').attributes('fetchpriority')]).toEqual([
      'eager',
      'high',
    ])
  })

  it('that does not come gives way to the title, and to the next film’s picture', async () => {
    const { wrapper } = await mountSite(MovieImage, { props: { movie, sizes: '50vw' } })
    await wrapper.find('img').trigger('error')
    expect([wrapper.find('img').exists(), wrapper.text()]).toEqual([false, movie.title])
    await wrapper.setProps({ movie: { ...movie, id: 8 } })
    expect(wrapper.find('img').exists()).toBe(true)
  })

  it('takes a colour only as six digits', async () => {
    const { wrapper } = await mountSite(MovieImage, {
      props: { movie: { ...movie, imageColor: 'red; background: url(//example.org)' }, sizes: '50vw' },
    })
    expect((wrapper.element as HTMLElement).style.getPropertyValue('--color')).toBe('')
  })
})
