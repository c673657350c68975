import { toBase64, utf8 } from '@tiemchung/core'
import type { Amends } from '../../record/dose-record.js'
import { amendmentReasons, codingOf } from '../code-tables.js'
import type * as r4 from '../r4.js'
import { detach, type RecordSignature } from '../signature.js'
import { codeSystems, identifierSystems } from '../systems.js'
import { entererOf } from './facility.js'
import {
  compact,
  concept,
  idOf,
  type Output,
  own,
  referTo,
  withExtensions,
  writeInstant,
} from './output.js'

/** What the record replaces: its id by identifier, the rest in an extension. */
function revision(output: Output, amends: Amends): NonNullable<r4.Provenance['entity']> {
  const { hash, firstRecordId, feedbackId, recordId } = amends
  const extension: r4.Extension[] = [
    { url: 'hash', valueString: hash },
    { url: 'first', valueUuid: `urn:uuid:${firstRecordId}` },
    ...(feedbackId === undefined ? [] : [{ url: 'feedback', valueUuid: `urn:uuid:${feedbackId}` }]),
  ]
  const identifier = { system: identifierSystems.uri, value: `urn:uuid:${recordId}` }
  return [
    {
      ...withExtensions(own(output, 'amendment', ['amends'], { extension })),
      role: 'revision',
      what: { type: 'Immunization', identifier },
    },
  ]
}

function signature(output: Output, { jws, at }: RecordSignature): r4.Signature {
  return {
    type: [
      {
        system: codeSystems.signaturePurpose,
        code: '1.2.840.10065.1.12.1.1',
        display: "Author's Signature",
      },
    ],
    when: writeInstant(output, ['signature', 'at'], at),
    who: referTo(output, 'organization', 'Organization'),
    targetFormat: 'application/json',
    sigFormat: 'application/jose',
    data: toBase64(utf8(detach(output.record, jws))),
  }
}

/** Who entered the dose for which facility, what it replaces, and the facility's signature. */
export function writeProvenance(output: Output, signed?: RecordSignature): r4.Provenance {
  const { record } = output
  const { amends } = record
  const action =
    amends === undefined
      ? { code: 'CREATE', display: 'create' }
      : { code: 'UPDATE', display: 'revise' }
  return compact<r4.Provenance>({
    resourceType: 'Provenance',
    id: idOf(record, 'provenance'),
    target: [referTo(output, 'dose', 'Immunization')],
    recorded: writeInstant({ ...output, lost: [] }, [], record.enteredAt),
    reason: amends && [concept(codingOf(amendmentReasons, amends.reason))],
    activity: concept({ system: codeSystems.dataOperation, ...action }),
    agent: [
      {
        type: concept({ system: codeSystems.agent, code: 'enterer', display: 'Enterer' }),
        who: referTo(output, entererOf(output), 'Practitioner'),
        onBehalfOf: referTo(output, 'organization', 'Organization'),
      },
      {
        type: concept({ system: codeSystems.agent, code: 'author', display: 'Author' }),
        who: referTo(output, 'organization', 'Organization'),
      },
    ],
    entity: amends && revision(output, amends),
    signature: signed && [signature(output, signed)],
  })
}
