import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './server'

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  server.resetHandlers()
  localStorage.clear()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
})
afterAll(() => server.close())
