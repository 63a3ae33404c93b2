// What a visitor downloads on the first view of each page, against budgets.json. Needs a built site.
// node scripts/budget.mjs [DIRECTORY OF THE BUILT SITE]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const site = process.argv[2] ?? here('../../Gateway/wwwroot')
const budgets = JSON.parse(readFileSync(here('../budgets.json'), 'utf8'))

if (!existsSync(join(site, 'index.html'))) {
  console.error(`There is no built site in ${site}. Run \`npm run build\` first.`)
  process.exit(1)
}

const assets = readdirSync(join(site, 'assets'))
const read = (name) => readFileSync(join(site, 'assets', name))
const named = (start, end) => assets.filter((name) => name.startsWith(`${start}-`) && name.endsWith(end))

/** A chunk and all that it imports before it runs. */
function closure(start, seen = new Set()) {
  if (seen.has(start)) return seen
  seen.add(start)
  const imports = read(start)
    .toString()
    .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)
  for (const [, name] of imports) closure(name, seen)
  return seen
}

const gzipped = (names) => names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0)
const html = readFileSync(join(site, 'index.html'), 'utf8')
const first = (pattern) => [...html.matchAll(pattern)].map(([, name]) => name)

const entry = first(/<script[^>]+src="\/assets\/([^"]+)"/g).reduce((seen, name) => closure(name, seen), new Set())
const route = (name) => {
  const chunks = named(name, '.js').reduce((seen, chunk) => closure(chunk, seen), new Set())
  if (chunks.size === 0) throw new Error(`No chunk is named ${name}: has the page been renamed?`)
  return [...chunks].filter((chunk) => !entry.has(chunk))
}

const measured = {
  firstScript: gzipped([...entry]),
  firstStyle: gzipped(first(/<link[^>]+href="\/assets\/([^"]+\.css)"/g)),
  catalogScript: gzipped(route('CatalogPage')),
  movieScript: gzipped(route('MoviePage')),
  playerScript: gzipped(route('player')),
  englishScript: gzipped(route('en')),
  fonts: assets.filter((name) => name.endsWith('.woff2')).reduce((sum, name) => sum + read(name).length, 0),
}

const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(6)
let isOver = false
for (const [name, { gate, target }] of Object.entries(budgets)) {
  const size = measured[name]
  if (size === undefined) throw new Error(`budgets.json limits "${name}", which is not measured.`)
  const verdict = size > gate * 1024 ? 'OVER THE LIMIT' : size > target * 1024 ? 'above the target' : 'ok'
  if (size > gate * 1024) isOver = true
  console.log(
    `${name.padEnd(14)} ${kib(size)} KiB  limit ${String(gate).padStart(3)}  target ${String(target).padStart(3)}  ${verdict}`,
  )
}
process.exit(isOver ? 1 : 0)
