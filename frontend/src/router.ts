import { createRouter, createWebHistory, type RouteRecordRaw, type Router, type RouterHistory } from 'vue-router'
import type { I18n } from '@/i18n'
import HomePage from '@/pages/HomePage.vue'

const prefix = '/:lang(en)?'

const routes: RouteRecordRaw[] = [
  { path: prefix, name: 'home', component: HomePage },
  { path: `${prefix}/catalog`, name: 'catalog', component: () => import('@/pages/CatalogPage.vue') },
  { path: `${prefix}/movies/:id(\\d{1,9})/:slug?`, name: 'movie', component: () => import('@/pages/MoviePage.vue') },
  { path: `${prefix}/about`, name: 'about', component: () => import('@/pages/AboutPage.vue') },
  { path: `${prefix}/:rest(.*)*`, name: 'notFound', component: () => import('@/pages/NotFoundPage.vue') },
]

const reloadedKey = 'oc.reloaded'

export function createSiteRouter(i18n: I18n, history: RouterHistory = createWebHistory()): Router {
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved
      if (to.hash) return { el: to.hash }
      return to.path === from.path && to.query['page'] === from.query['page'] ? undefined : { top: 0 }
    },
  })

  router.beforeEach(async (to) => {
    await i18n.setLocale(to.params['lang'] === 'en' ? 'en' : 'ru')
    document.documentElement.lang = i18n.locale.value
  })

  // After a release the old page's chunks are gone; a fresh document knows the new ones. Once, or it would loop.
  router.onError((_failure, to) => {
    if (sessionStorage.getItem(reloadedKey) === to.fullPath) return
    sessionStorage.setItem(reloadedKey, to.fullPath)
    location.assign(to.fullPath)
  })
  router.afterEach(() => sessionStorage.removeItem(reloadedKey))

  return router
}
