/**
 * Writes `packages/schemas/schema/<document>.json` from the schemas, for software in other languages;
 * `--check` only compares.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemaNames, jsonSchemaOf } from '@tiemchung/schemas/json-schema'

const folder = join(import.meta.dirname, '..', 'packages', 'schemas', 'schema')

function wantedFiles(): ReadonlyMap<string, string> {
  return new Map(
    jsonSchemaNames.map((name) => [
      `${name}.json`,
      `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
    ]),
  )
}

function committed(): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}

function main(): void {
  const [wanted, there] = [wantedFiles(), committed()]
  const stale = [...wanted].filter(([file, text]) => there.get(file) !== text)
  const gone = [...there.keys()].filter((file) => !wanted.has(file))
  if (process.argv.includes('--check')) {
    for (const file of [...stale.map(([name]) => name), ...gone]) {
      process.stderr.write(
        `packages/schemas/schema/${file} is out of date; run npm run json-schema\n`,
      )
      process.exitCode = 1
    }
    return
  }
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of stale) writeFileSync(join(folder, file), text)
  for (const file of gone) rmSync(join(folder, file))
  process.stdout.write(
    `${wanted.size} documents, ${stale.length} written, ${gone.length} removed\n`,
  )
}

main()
