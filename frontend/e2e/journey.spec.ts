import { expect, expectNoOverflow, test } from './visit'

test('with the keyboard alone a visitor finds a film and starts its player', async ({ page, visit }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Смотреть' }).waitFor()

  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Поиск фильмов' })).toBeFocused()
  await page.keyboard.type('носфер')
  await expect(page.getByRole('option', { name: /Носферату/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/movies\/4$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Носферату. Симфония ужаса')
  await expect(page.locator('main')).toBeFocused()
  expect(visit.foreign, 'before the click no host may know').toEqual([])

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Смотреть «Носферату/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const player = page.locator('iframe')
  await expect(player).toHaveAttribute('src', /^https:\/\/archive\.org\/embed\//)
  await expect(page.frameLocator('iframe').getByText('The player of the host')).toBeVisible()
  expect(visit.complaints).toEqual([])
})

test('another source is another player', async ({ page }) => {
  await page.goto('/movies/4/nosferatu')
  await page.getByRole('radio', { name: /Rutube/ }).check()
  await page.getByRole('button', { name: /на Rutube/ }).click()
  await expect(page.locator('iframe')).toHaveAttribute('src', /^https:\/\/rutube\.ru\/play\/embed\//)

  await page.getByRole('button', { name: 'Закрыть плеер' }).click()
  await expect(page.getByRole('button', { name: /^Смотреть/ })).toBeFocused()
})

test('filters, sort and page live in the address and come back with it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/catalog')
  await page.getByRole('button', { name: /^Комедия/ }).click()
  await page.getByLabel('Сортировка').selectOption('year')
  await expect(page).toHaveURL(/\?genre=.+&sort=year$/)
  await expect(page.locator('main').getByText('16 фильмов', { exact: true })).toBeVisible()
  const titles = page.locator('main article h3')
  const first = await titles.allTextContents()

  await page.reload()
  await expect(page.getByRole('button', { name: /^Комедия/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(titles).toHaveText(first)

  await page.getByRole('button', { name: 'Убрать фильтр: Комедия' }).click()
  await expect(page.locator('main').getByText('64 фильма', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.locator('main').getByText('16 фильмов', { exact: true })).toBeVisible()
})

test('"show more" appends and moves the focus on; the numbers are links', async ({ page }) => {
  await page.goto('/catalog')
  await page.getByRole('button', { name: 'Показать ещё 24' }).click()
  await expect(page.locator('main article')).toHaveCount(48)
  await expect(page.locator('main article').nth(24).getByRole('link')).toBeFocused()

  await page.getByRole('link', { name: 'Страница 3' }).click()
  await expect(page).toHaveURL(/\?page=3$/)
  await expect(page.locator('main article')).toHaveCount(16)
})

test('going back from a film returns to the same place in the list', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/catalog?sort=title')
  const link = page.locator('main article').nth(16).getByRole('link')
  // Noted by the click itself: scrolling there may still move the cards.
  await link.evaluate((element) =>
    element.addEventListener('click', () => sessionStorage.setItem('top', String(element.getBoundingClientRect().top))),
  )
  await link.click()
  await expect(page).toHaveURL(/\/movies\//)
  await page.goBack()
  await expect(page.locator('main article')).toHaveCount(24)
  const drift = () =>
    link.evaluate((element) => element.getBoundingClientRect().top - Number(sessionStorage.getItem('top')))
  await expect.poll(async () => Math.abs(await drift())).toBeLessThanOrEqual(8)
})

test('on a phone the filters come as a sheet and give the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/catalog')
  await page.getByRole('button', { name: 'Фильтры' }).click()
  const sheet = page.getByRole('dialog', { name: 'Фильтры' })
  await sheet.getByRole('button', { name: /^Ужасы/ }).click()
  await expect(sheet.getByRole('button', { name: 'Показать 11 фильмов' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('button', { name: /^Фильтры/ })).toBeFocused()
  await expect(page.locator('main').getByText('11 фильмов', { exact: true })).toBeVisible()
})

test('on a phone the search takes the bar and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/catalog')
  await page.getByRole('button', { name: 'Открыть поиск' }).click()
  await expect(page.getByRole('combobox', { name: 'Поиск фильмов' })).toBeFocused()
  await page.keyboard.type('дом')
  await expect(page.getByRole('option', { name: /Дом на Призрачном холме/ })).toBeVisible()
  await expectNoOverflow(page)
  await expect(page.getByRole('button', { name: 'Закрыть поиск' })).toBeInViewport({ ratio: 1 })
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Открыть поиск' })).toBeFocused()
})

test('a link with junk gives the list and says so', async ({ page }) => {
  await page.goto('/catalog?yearFrom=abc&sort=nonsense&page=-3')
  await expect(page.getByText('Часть фильтров из ссылки не распознана.')).toBeVisible()
  await expect(page.locator('main').getByText('64 фильма', { exact: true })).toBeVisible()
})

test('language and theme switch in place and the theme is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/catalog?genre=драма')
  await page.getByRole('link', { name: /Switch to English/ }).click()
  await expect(page).toHaveURL(/\/en\/catalog\?genre=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Catalogue')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.getByRole('button', { name: 'Switch to the light theme' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.getByRole('button', { name: 'Switch to the dark theme' })).toBeVisible()
})

test('arrow keys move inside a row and between rows', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/')
  const rows = page.locator('[data-rail]')
  await rows.nth(0).getByRole('link').nth(0).focus()
  await page.keyboard.press('ArrowRight')
  await expect(rows.nth(0).getByRole('link').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1).getByRole('link').nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(rows.nth(1).getByRole('link').nth(0)).toBeFocused()
})
