import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

interface Visit {
  /** Requests that left our origin, as they happened. */
  foreign: string[]
  /** What the browser complained of. */
  complaints: string[]
}

/** A page that keeps book of complaints and of foreign requests, with quiet players in place of the hosts'. */
export const test = base.extend<{ visit: Visit }>({
  visit: [
    async ({ page, baseURL }, use) => {
      const visit: Visit = { foreign: [], complaints: [] }
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) visit.foreign.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') visit.complaints.push(message.text())
      })
      page.on('pageerror', (error) => visit.complaints.push(error.message))
      await page.route(/^https:\/\/(rutube\.ru|archive\.org)\//, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Player</title><p>The player of the host</p>' }),
      )
      await use(visit)
    },
    { auto: true },
  ],
})

export { expect }

export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(found).toEqual([])
}

export async function expectNoOverflow(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'pixels that stick out to the right').toBeLessThanOrEqual(0)
}
