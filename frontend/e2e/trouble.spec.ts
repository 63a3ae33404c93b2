import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './visit'

const traceId = '00-4bf92f3577b34da6a3ce929d0e0e4736-00'

function refuse(page: Page, url: string, status: number, headers: Record<string, string> = {}) {
  return page.route(url, (route) =>
    route.fulfill({
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
      body: JSON.stringify({ type: 'about:blank', title: 'Refused', status, traceId }),
    }),
  )
}

test('a failing server is named, with a number to quote, and asked again on demand', async ({ page }) => {
  await refuse(page, '**/api/v1/home', 503)
  await page.goto('/')
  await expect(page.getByText('Показ прерван')).toBeVisible()
  await expect(page.getByText(traceId)).toBeVisible()
  await expectAccessible(page)

  await page.unroute('**/api/v1/home')
  await page.getByRole('button', { name: 'Повторить' }).click()
  await expect(page.getByRole('heading', { name: 'Новинки' })).toBeVisible()
})

test('too many requests are counted down and then tried again without a click', async ({ page }) => {
  await refuse(page, '**/api/v1/movies?*', 429, { 'Retry-After': '2' })
  await refuse(page, '**/api/v1/movies', 429, { 'Retry-After': '2' })
  await page.goto('/catalog')
  await expect(page.getByText('Слишком много запросов')).toBeVisible()
  await expect(page.getByText(/Повторим через \d секунд/)).toBeVisible()
  await page.unrouteAll()
  await expect(page.getByText('64 фильма', { exact: true })).toBeVisible()
})

test('without facets the list stands', async ({ page }) => {
  await refuse(page, '**/api/v1/facets*', 500)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/catalog')
  await expect(page.locator('main article')).toHaveCount(24)
  await expect(page.getByText('Счётчики фильтров не загрузились.')).toBeVisible()
})

test('without network what is loaded stays, and the player says why it waits', async ({ page, context }) => {
  await page.goto('/movies/4/nosferatu')
  await expect(page.getByRole('button', { name: /^Смотреть/ })).toBeEnabled()
  await context.setOffline(true)
  await expect(page.getByText(/^Нет сети\. Показаны данные от/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Смотреть/ })).toBeDisabled()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Носферату. Симфония ужаса')

  await context.setOffline(false)
  await expect(page.getByText(/^Нет сети\./)).toBeHidden()
  await expect(page.getByRole('button', { name: /^Смотреть/ })).toBeEnabled()
})

test('a film that was taken down says so', async ({ page }) => {
  await page.goto('/movies/410')
  await expect(page.getByRole('heading', { level: 1, name: 'Фильм удалён по запросу правообладателя' })).toBeAttached()
  await expect(page.getByRole('link', { name: 'Открыть каталог' })).toBeVisible()
})

test('a film that plays nowhere offers no dead button', async ({ page }) => {
  await page.goto('/movies/16')
  await expect(page.getByText('Смотреть пока негде')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Смотреть/ })).toHaveCount(0)
})

test('a picture that does not come is replaced by the title', async ({ page }) => {
  await page.route('**/images/movies/**', (route) => route.abort())
  await page.goto('/catalog?q=метрополис')
  await expect(page.locator('main article').getByText('Метрополис').first()).toBeVisible()
  await expect(page.locator('main article img')).toHaveCount(0)
})

test('a hostile title is text', async ({ page, visit }) => {
  const title = '<img src=x onerror=alert(1)>{{constructor}}'
  await page.route('**/api/v1/movies/4', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), title } })
  })
  await page.goto('/movies/4')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  expect(visit.complaints).toEqual([])
})

test('a player of a host that is not allowed is never framed', async ({ page, visit }) => {
  await page.route('**/api/v1/movies/4', async (route) => {
    const response = await route.fetch()
    const movie = await response.json()
    movie.videos = [{ ...movie.videos[0], embedUrl: 'https://evil.example/embed/1' }]
    await route.fulfill({ response, json: movie })
  })
  await page.goto('/movies/4')
  await expect(page.getByText('Встроенного плеера у этого видео нет')).toBeVisible()
  await expect(page.getByRole('link', { name: /Открыть на Internet Archive/ }).first()).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(visit.foreign).toEqual([])
})
