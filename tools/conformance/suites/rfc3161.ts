import { fromBase64 } from '@tiemchung/core'
import { verifyTimestamp } from '@tiemchung/x509'
import { judge, readHalves, type Suite } from '../suite.js'

interface Case {
  readonly id: string
  readonly expect: 'SUCCESS' | 'FAILURE'
  readonly tsr: string
  /** The authority first, the root last. */
  readonly chain: readonly string[]
  readonly message: string
}

/** RFC 3161 responses of real authorities, sound and spoilt. */
export const rfc3161: Suite = {
  name: 'rfc3161',
  folder: 'timestamp-tokens',
  async *run(folder, { crypto }) {
    const halves = readHalves<{ cases: readonly Case[] }>(folder, 'dev.json', 'holdout.json')
    for (const one of halves.flatMap(({ cases }) => cases)) {
      yield judge(one.id, one.expect === 'SUCCESS', async () => {
        const chain = one.chain.map((certificate) => fromBase64(certificate))
        const report = await verifyTimestamp({
          response: fromBase64(one.tsr),
          message: fromBase64(one.message),
          anchors: chain.slice(-1).map((certificate) => ({ certificate })),
          intermediates: chain.slice(0, -1),
          crypto,
        })
        return report.verdict === 'valid'
      })
    }
  },
}
