// Types of the Gateway's recorded OpenAPI document → src/api/schema.d.ts.
// node scripts/gen-api.mjs [--check]; with --check nothing is written and a difference is a failure.
// GATEWAY_OPENAPI names another document than the recorded one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapi, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const source = process.env.GATEWAY_OPENAPI ?? here('../../tests/Gateway.Tests/OpenApi/gateway.json')
const target = here('../src/api/schema.d.ts')

if (!existsSync(source)) {
  console.error(
    `There is no OpenAPI document at ${source}. Record it with the Gateway's tests, or name one in GATEWAY_OPENAPI.`,
  )
  process.exit(1)
}

const types = astToString(await openapi(JSON.parse(readFileSync(source, 'utf8'))))
const head = "// Written by `npm run api` from the Gateway's OpenAPI document; edits are lost.\n\n"
const wanted = await format(head + types, { ...(await resolveConfig(target)), filepath: target })
const found = existsSync(target) ? readFileSync(target, 'utf8') : ''

if (wanted === found) {
  console.log('The types agree with the Gateway.')
} else if (process.argv.includes('--check')) {
  console.error(
    'src/api/schema.d.ts differs from the Gateway. Run `npm run api`, then look at what no longer compiles.',
  )
  process.exit(1)
} else {
  writeFileSync(target, wanted)
  console.log(`Written: ${target}`)
}
