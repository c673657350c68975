import { verifyTimestamp } from '@tiemchung/x509'
import { bytesOfBase64, isFirst } from '../read-case.js'
import { judge, type Suite, type SuiteWorld } from '../suite.js'

interface Case {
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly tsr: string
  /** The authority first, the root last. */
  readonly chain: readonly string[]
  readonly message: string
}

async function accepts(one: Case, { crypto }: SuiteWorld): Promise<boolean> {
  const chain = one.chain.map(bytesOfBase64)
  const report = await verifyTimestamp({
    response: bytesOfBase64(one.tsr),
    message: bytesOfBase64(one.message),
    anchors: chain.slice(-1).map((certificate) => ({ certificate })),
    intermediates: chain.slice(0, -1),
    crypto,
  })
  return report.verdict === 'valid'
}

/** RFC 3161 responses of real authorities, sound and spoilt. */
export const rfc3161: Suite = {
  name: 'rfc3161',
  folder: 'timestamp-tokens',
  files: /^[^/]+\.json$/,
  *judge({ id, value }, world) {
    const one = value as Case
    const expected = () => isFirst(one.expect, 'SUCCESS', 'FAILURE')
    yield judge(id, expected, () => accepts(one, world))
  },
}
