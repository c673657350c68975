/**
 * The API that clients were promised last: the document without its prose. `npm run openapi -- --agree` takes the
 * document of today for it, at a release or together with a changeset that tells users what breaks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { breakingChanges, type Document } from './breaking-changes.js'

const published = 'packages/sandbox/openapi.json'
const agreed = 'tools/openapi/agreed/openapi.json'

const prose: ReadonlySet<string> = new Set(['description', 'summary', 'example', 'examples'])

/** A document without what is written for people. Members of objects may have such names, and stay. */
function withoutProse(value: unknown, within = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutProse(one))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => within === 'properties' || !prose.has(name))
  return Object.fromEntries(
    kept.map(([name, one]) => [name, withoutProse(one, within === 'properties' ? '' : name)]),
  )
}

const read = (root: string, path: string): Document =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Document

/** What of the committed document breaks what was promised. */
export const promisesBroken = (root: string): readonly string[] =>
  breakingChanges(read(root, agreed), read(root, published))

/** Takes the committed document for what is promised. */
export function agree(root: string): void {
  const { paths, components } = read(root, published)
  const text = JSON.stringify(withoutProse({ paths, components: { schemas: components?.schemas } }))
  // An operation or a schema a line, so that a reviewer sees what changed.
  const lines = text.replaceAll(/(?<=[{,])"(?:\/v1|get"|put"|post"|patch"|[A-Z]\w+":\{)/g, '\n$&')
  writeFileSync(join(root, agreed), `${lines}\n`)
}
