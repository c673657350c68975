/** `npm run openapi`: writes the platform's OpenAPI document from the sandbox's routes. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSandbox } from '@tiemchung/sandbox'
import { projectRoot } from './tree.js'

const sandbox = await createSandbox()
const file = join(projectRoot(), 'packages', 'sandbox', 'openapi.json')
await writeFile(file, `${JSON.stringify(sandbox.openApi(), null, 2)}\n`)
await sandbox.close()
process.stdout.write('openapi.json written\n')
