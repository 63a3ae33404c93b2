import { describe, expect, it } from 'vitest'
import PagerNav from './PagerNav.vue'
import { mountSite } from '../../tests/mount'

const target = (page: number) => ({ path: '/catalog', query: { page: String(page) } })

describe('the pager', () => {
  it('links every page it names and marks the one that is shown', async () => {
    const props = { page: 2, last: 3, more: 24, isLoading: false, target }
    const { wrapper } = await mountSite(PagerNav, { props })
    expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(
      [1, 1, 2, 3, 3].map((page) => `/catalog?page=${page}`),
    )
    expect(wrapper.find('[aria-current=page]').text()).toBe('2')
  })

  it('has no button on the last page and no links on the only one', async () => {
    const { wrapper } = await mountSite(PagerNav, { props: { page: 1, last: 1, more: 0, isLoading: false, target } })
    expect(wrapper.findAll('a, button')).toEqual([])
  })
})
