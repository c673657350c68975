/** The development half of x509-limbo, core scope, when its folder is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { fromBase64 } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { verifyPath } from './verify-path.js'

interface Case {
  readonly id: string
  readonly cat: string
  readonly scope: string
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly kind: 'SERVER' | 'CLIENT'
  readonly roots: readonly number[]
  readonly inters: readonly number[]
  readonly leaf: number
  readonly crls?: readonly number[]
  readonly time: string
  readonly maxDepth?: number | null
}

const folder =
  process.env['TIEMCHUNG_VECTORS'] ??
  new URL('../../../../../shared/vectors', import.meta.url).pathname
const file = `${folder}/x509-limbo/dev.json`
const present = existsSync(file)
const usages = { SERVER: '1.3.6.1.5.5.7.3.1', CLIENT: '1.3.6.1.5.5.7.3.2' }

test.skipIf(!present)(
  `x509-limbo: nothing that must be refused is accepted${present ? '' : ` (skipped: no ${file})`}`,
  async () => {
    const { ders, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
      ders: readonly string[]
      cases: readonly Case[]
    }
    const at = (index: number) => fromBase64(ders[index] ?? '')
    const accepted: string[] = []
    const refused: string[] = []
    for (const one of cases.filter((candidate) => candidate.scope === 'core')) {
      const report = await verifyPath({
        leaf: at(one.leaf),
        intermediates: one.inters.map(at),
        anchors: one.roots.map((index) => ({ certificate: at(index) })),
        at: new Date(one.time),
        purpose: {
          id: one.kind,
          extendedKeyUsage: [usages[one.kind]],
          acceptsUnrestricted: true,
        },
        ...(one.crls?.length ? { revocation: { crls: one.crls.map(at) } } : {}),
        ...(typeof one.maxDepth === 'number' ? { budget: { intermediates: one.maxDepth } } : {}),
      })
      if (report.verdict === 'valid' && one.expect === 'FAILURE') accepted.push(one.id)
      if (report.verdict !== 'valid' && one.expect === 'SUCCESS') refused.push(one.id)
      expect(report.work.signatures).toBeLessThanOrEqual(100)
    }
    expect(accepted).toEqual([])
    expect(refused).toEqual([])
  },
)
