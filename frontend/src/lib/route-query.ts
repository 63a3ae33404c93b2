import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** A router's query as parameters: a name without a value is an empty one. */
export function routeParams(query: LocationQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, one ?? '')
  }
  return params
}

export function queryObject(params: URLSearchParams): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    query[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return query
}
