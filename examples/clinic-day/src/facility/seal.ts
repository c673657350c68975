/** Complete and matched records are signed the same day, or minuted where there is no certificate yet. */
import { fromBase64 } from '@tiemchung/core'
import { type Signer, softwareSigner } from '@tiemchung/signing'
import type { Calls } from './calls.js'
import type { Facility } from './facility.js'

interface FacilityKey {
  readonly facility: string
  readonly testKey: string
  readonly chain: readonly string[]
}

/** The head's signer: the facility's test key with its X.509 chain. */
export async function headSigner({ open, start }: Facility): Promise<Signer> {
  const { facilities } = (await open.get('/_sandbox/keys')) as { facilities: FacilityKey[] }
  const key = facilities.find((one) => one.facility === start.code)
  if (key === undefined) throw new Error(`${start.code} has no key`)
  return softwareSigner({
    privateKey: { pkcs8: fromBase64(key.testKey) },
    algorithm: 'ES256',
    chain: key.chain.map(fromBase64),
  })
}

/** 9438/BYT-CNTT: while there is no certificate, the head leads the minutes among the parties. */
const parties = {
  ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
  parties: [
    { role: 'health-station', fullName: 'Lê Văn Mẫu' },
    { role: 'police', fullName: 'Phạm Quang Mẫu' },
    { role: 'residents-group', fullName: 'Vũ Thị Mẫu' },
  ],
} as const

export async function seal(facility: Facility): Promise<Calls['seal']['output']> {
  const { day, start } = facility
  if (start.canSign) {
    const { signed, failed } = await day.sign(await headSigner(facility))
    return { signed, failed: failed.length, minuted: 0 }
  }
  const minutes = await day.minute({ ledBy: parties.ledBy, parties: [...parties.parties] })
  return { signed: 0, failed: 0, minuted: minutes?.records.length ?? 0 }
}
