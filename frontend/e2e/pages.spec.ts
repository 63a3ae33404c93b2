import { expect, expectAccessible, expectNoOverflow, test } from './visit'

const pages = {
  home: { path: '/', heading: { ru: 'Кино, которое можно смотреть', en: 'Films you can actually watch' } },
  catalogue: { path: '/catalog', heading: { ru: 'Каталог', en: 'Catalogue' } },
  filtered: { path: '/catalog?genre=ужасы&yearFrom=1920&yearTo=1929', heading: { ru: 'Каталог', en: 'Catalogue' } },
  empty: {
    path: '/catalog?q=нетакогофильма',
    heading: { ru: 'Поиск: «нетакогофильма»', en: 'Search: “нетакогофильма”' },
  },
  film: { path: '/movies/4/nosferatu', heading: { ru: 'Носферату. Симфония ужаса', en: 'Носферату. Симфония ужаса' } },
  unknownFilm: { path: '/movies/9999', heading: { ru: 'Такого фильма нет', en: 'No such film' } },
  about: { path: '/about', heading: { ru: 'О проекте', en: 'About' } },
  notFound: { path: '/no/such-page', heading: { ru: 'Плёнка оборвалась', en: 'The film has snapped' } },
}

for (const [name, { path, heading }] of Object.entries(pages)) {
  for (const language of ['ru', 'en'] as const) {
    for (const colorScheme of ['dark', 'light'] as const) {
      for (const width of [390, 1440]) {
        test(`${name} in ${language}, ${colorScheme}, ${width} wide, is whole and accessible`, async ({
          page,
          visit,
        }) => {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: width < 768 ? 844 : 900 })
          await page.goto(language === 'en' ? `/en${path === '/' ? '' : path}` : path)
          await expect(page.getByRole('heading', { level: 1, name: heading[language] })).toBeAttached()
          await page.waitForLoadState('networkidle')

          await expectAccessible(page)
          await expectNoOverflow(page)
          await page.setViewportSize({ width: 320, height: 640 })
          await expectNoOverflow(page)
          expect(visit.foreign, 'requests to other hosts').toEqual([])
          const isExpected = (text: string) => name === 'unknownFilm' && text.includes('404')
          expect(visit.complaints.filter((text) => !isExpected(text))).toEqual([])
        })
      }
    }
  }
}
