/**
 * Writes `packages/<package>/schema/<document>.json` from the schemas, for software in other languages;
 * `--check` only compares.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eligibilityPolicyJsonSchema } from '@tiemchung/eligibility/json-schema'
import { jsonSchemaNames, jsonSchemaOf } from '@tiemchung/schemas/json-schema'
import { providerProfileJsonSchema } from '@tiemchung/signer-remote/json-schema'

/** Documents by package and name. */
const documents: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  schemas: Object.fromEntries(jsonSchemaNames.map((name) => [name, jsonSchemaOf(name)])),
  eligibility: { 'eligibility-policy': eligibilityPolicyJsonSchema() },
  'signer-remote': { 'signing-provider': providerProfileJsonSchema() },
}

const place = (folder: string) => `packages/${folder}/schema`
const root = join(import.meta.dirname, '..')

/** Path from the root → text. */
function wantedFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(documents).flatMap(([folder, list]) =>
      Object.entries(list).map(([name, schema]) => [
        `${place(folder)}/${name}.json`,
        `${JSON.stringify(schema, null, 2)}\n`,
      ]),
    ),
  )
}

function committed(): ReadonlyMap<string, string> {
  const folders = Object.keys(documents).map(place)
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

function main(): void {
  const [wanted, there] = [wantedFiles(), committed()]
  const stale = [...wanted].filter(([file, text]) => there.get(file) !== text)
  const gone = [...there.keys()].filter((file) => !wanted.has(file))
  if (process.argv.includes('--check')) {
    for (const file of [...stale.map(([name]) => name), ...gone]) {
      process.stderr.write(`${file} is out of date; run npm run json-schema\n`)
      process.exitCode = 1
    }
    return
  }
  for (const folder of Object.keys(documents))
    mkdirSync(join(root, place(folder)), { recursive: true })
  for (const [file, text] of stale) writeFileSync(join(root, file), text)
  for (const file of gone) rmSync(join(root, file))
  process.stdout.write(
    `${wanted.size} documents, ${stale.length} written, ${gone.length} removed\n`,
  )
}

main()
