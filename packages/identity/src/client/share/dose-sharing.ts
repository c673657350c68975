import type { SharedDose, SharingReceipt } from '@tiemchung/schemas/wire'
import type { DoseRecord } from '@tiemchung/schemas'
import type { VerifyOptions } from '../verifier.js'

/**
 * The port through which a dose goes into the population database, which answers with an acknowledgement
 * of its own. Sharing the same dose again changes nothing and brings the same acknowledgement.
 *
 * There is no public contract for this direction: the port is ours, and no adapter was tried against the
 * real service.
 */
export interface DoseSharing {
  /** Throws what the transport throws; what was not acknowledged is not shared. */
  share(dose: SharedDose, options?: VerifyOptions): Promise<SharingReceipt>
}

/**
 * What is shared of a record, or undefined when nothing may be: only a dose of somebody whom the register
 * has confirmed goes there, under the personal number. It does not look whether the record was signed.
 */
export function sharedDoseOf(record: DoseRecord): SharedDose | undefined {
  const { id, identity, person, dose, amends } = record
  const document = person.identityDocument
  const hasNumber = document.kind === 'personal-number' || document.kind === 'cmnd-12'
  if (identity.status !== 'matched' || !hasNumber) return undefined
  const { number, date, product, lot, facility } = dose
  return {
    format: 'shared-dose/1',
    id,
    number: document.number,
    dose: { number, date, product, lot },
    facility,
    ...(amends === undefined ? {} : { replaces: amends.recordId }),
  }
}
