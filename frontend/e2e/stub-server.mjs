// The built site and canned answers on one port, under the headers the Gateway sends.
// node e2e/stub-server.mjs [PORT] [DIRECTORY OF THE BUILT SITE]
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as catalog from './stub/catalog.mjs'
import { drawPicture, drawPoster } from './stub/pictures.mjs'

const port = Number(process.argv[2] ?? 4173)
const site = process.argv[3] ?? fileURLToPath(new URL('../../Gateway/wwwroot', import.meta.url))
const players = 'https://rutube.ru https://archive.org'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

function pagePolicy(html) {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${players}`,
    "media-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vue',
  ].join('; ')
}

const common = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { ...common, 'Content-Type': type, ...headers })
  response.end(body)
}

const json = (response, body) =>
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(body), { 'Cache-Control': 'max-age=30' })

function problem(response, status, title) {
  const body = { type: 'about:blank', title, status, traceId: '00-4bf92f3577b34da6a3ce929d0e0e4736-00' }
  send(response, status, 'application/problem+json; charset=utf-8', JSON.stringify(body))
}

function answerApi(response, path, query) {
  const movie = /^\/movies\/(\d+)(\/similar)?$/.exec(path)
  if (movie) {
    const id = Number(movie[1])
    if (id === 410) return problem(response, 410, 'The film was taken down.')
    if (!catalog.getMovie(id)) return problem(response, 404, 'There is no such film.')
    return json(response, movie[2] ? catalog.listSimilar(id, Number(query.get('limit') ?? 12)) : catalog.getMovie(id))
  }
  if (path === '/home') return json(response, catalog.openHome())
  if (path === '/movies') return json(response, catalog.listMovies(query))
  if (path === '/facets') return json(response, catalog.getFacets(query))
  if (path === '/suggestions')
    return json(response, catalog.suggest(query.get('q') ?? '', Number(query.get('limit') ?? 8)))
  return problem(response, 404, 'There is nothing at this address.')
}

function answerPicture(response, id) {
  const movie = catalog.getMovie(id)
  if (!movie) return problem(response, 404, 'There is no such film.')
  return send(response, 200, types['.svg'], movie.imageUrl ? drawPicture(id) : drawPoster(id, movie.title), {
    'Cache-Control': 'max-age=3600',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  })
}

function answerFile(response, path) {
  const file = join(site, normalize(path))
  const isFile = path !== '/' && extname(path) !== '' && existsSync(file)
  if (!isFile && extname(path) !== '') return problem(response, 404, 'There is no such file.')
  const body = readFileSync(isFile ? file : join(site, 'index.html'))
  const type = isFile ? types[extname(path)] : types['.html']
  const headers = isFile ? {} : { 'Content-Security-Policy': pagePolicy(body.toString()), 'Cache-Control': 'no-cache' }
  return send(response, 200, type, body, headers)
}

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  const picture = /^\/images\/movies\/(\d+)$/.exec(url.pathname)
  if (picture) return answerPicture(response, Number(picture[1]))
  if (url.pathname.startsWith('/api/v1/')) return answerApi(response, url.pathname.slice(7), url.searchParams)
  return answerFile(response, url.pathname)
}).listen(port, '127.0.0.1', () => console.log(`The stub serves ${site} on http://127.0.0.1:${port}`))
