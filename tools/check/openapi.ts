import { join } from 'node:path'
import { createConfig, getLineColLocation, lint } from '@redocly/openapi-core'
import { promisesBroken } from '../openapi/agreed.js'
import { linesOf, runNode } from './command.js'
import { failedStep, passedStep, type Step } from './step.js'

const file = 'packages/sandbox/openapi.json'

/** The linter's own strict set, and what a reader or a generator of clients needs beside it. */
const rules = {
  'operation-operationId': 'error',
  'operation-operationId-url-safe': 'error',
  'operation-description': 'error',
  'operation-singular-tag': 'error',
  'operation-tag-defined': 'error',
  'tag-description': 'error',
  'component-name-unique': 'error',
  'no-unused-components': 'error',
  'no-invalid-media-type-examples': 'error',
  'no-required-schema-properties-undefined': 'error',
  // Lists that verifiers load are open to everybody and take nothing that could be wrong.
  'operation-4xx-response': 'off',
} as const

/** What the linter finds in the committed document, with its place in the file. */
async function lintFaults(root: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules })
  const problems = await lint({ ref: join(root, file), config })
  return problems.map(({ location: [location], message, ruleId }) => {
    if (location === undefined) return `${file}: ${message} (${ruleId})`
    const { line, col } = getLineColLocation(location).start
    return `${file}:${line}:${col}: ${message} (${ruleId})`
  })
}

/** The document that is committed, against what the routes say. */
async function driftFaults(root: string): Promise<string[]> {
  const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']
  const args = [...conditions, 'tools/openapi.ts', '--check', '--root', root]
  const ran = await runNode(args, { cwd: root })
  if (ran.status === 0) return []
  const lines = linesOf(ran)
  return lines.length > 0 ? lines : ['the document could not be made from the routes']
}

/** What of it breaks clients that were made for the document that was agreed on. */
const brokenFaults = (root: string): string[] =>
  promisesBroken(root).map(
    (change) => `breaks clients: ${change}; tell users, then npm run openapi -- --agree`,
  )

/** The OpenAPI document is sound, says enough, is what the routes say, and breaks nobody unasked. */
export const openapi: Step = {
  id: 'openapi',
  title: 'the OpenAPI document is sound, is what the routes say, and breaks no client (redocly)',
  async run({ root }) {
    const own = [...(await lintFaults(root)), ...(await driftFaults(root))]
    const faults = [...own, ...brokenFaults(root)]
    if (faults.length > 0) return failedStep(`${faults.length} findings`, faults.slice(0, 100))
    return passedStep(`${file}: no findings, no breaking changes`)
  },
}
