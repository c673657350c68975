/**
 * `npm run openapi`: writes the platform's OpenAPI document from the sandbox's routes. `--check` writes
 * nothing and names the first line that differs; `--root DIR` looks at another copy of the tree. `--agree` also takes
 * the document for what clients are promised from now on.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSandbox } from '@tiemchung/sandbox'
import { agree } from './openapi/agreed.js'
import { projectRoot } from './tree.js'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    agree: { type: 'boolean', default: false },
    root: { type: 'string' },
  },
})
const path = 'packages/sandbox/openapi.json'
const file = join(values.root ?? projectRoot(), path)

const sandbox = await createSandbox()
const generated = `${JSON.stringify(sandbox.openApi(), null, 2)}\n`
await sandbox.close()

if (values.check) {
  const committed = await readFile(file, 'utf8').catch(() => '')
  const wanted = generated.split('\n')
  const line = committed.split('\n').findIndex((text, index) => text !== wanted[index])
  if (committed !== generated) {
    const at = line === -1 ? committed.split('\n').length : line + 1
    process.stdout.write(`${path}:${at}: not what the routes say; run npm run openapi\n`)
    process.exitCode = 1
  }
} else {
  await writeFile(file, generated)
  process.stdout.write('openapi.json written\n')
  if (values.agree) agree(values.root ?? projectRoot())
}
