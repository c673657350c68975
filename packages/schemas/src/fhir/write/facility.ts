import type * as r4 from '../r4.js'
import { codeSystems, identifierSystems } from '../systems.js'
import { concept, idOf, metaOf, type Output, referTo } from './output.js'

/** The facility's code, of the kind that VN-Core fixes. */
function facilityIdentifier(value: string): r4.Identifier {
  const coding = {
    system: codeSystems.identifierType,
    code: 'PRN',
    display: 'Provider number',
  }
  return {
    use: 'secondary',
    type: { coding: [coding], text: 'Provider number' },
    system: identifierSystems.facility,
    value,
  }
}

/** A facility of which nothing is known but its code. */
export function facilityByCode(value: string): r4.Reference {
  return { type: 'Location', identifier: { system: identifierSystems.facility, value } }
}

/** The facility as a body: who answers for the dose. */
export function writeOrganization(output: Output): r4.Organization {
  return {
    resourceType: 'Organization',
    id: idOf(output.record, 'organization'),
    ...metaOf(output, 'Organization'),
    identifier: [facilityIdentifier(output.record.dose.facility)],
    active: true,
    type: [
      {
        coding: [
          { system: codeSystems.organizationType, code: 'prov', display: 'Healthcare Provider' },
        ],
        text: 'Healthcare Provider',
      },
    ],
    name: output.facilityName,
  }
}

/** The facility as a place: where the dose was given. */
export function writeLocation(output: Output): r4.Location {
  return {
    resourceType: 'Location',
    id: idOf(output.record, 'location'),
    ...metaOf(output, 'Location'),
    identifier: [facilityIdentifier(output.record.dose.facility)],
    status: 'active',
    name: output.facilityName,
    physicalType: concept({ system: codeSystems.physicalType, code: 'si', display: 'Site' }),
    managingOrganization: referTo(output, 'organization', 'Organization'),
  }
}

/** One of the staff. */
function practitioner(
  output: Output,
  role: 'vaccinator' | 'enterer',
  account: string,
): r4.Practitioner {
  const type = concept({
    system: codeSystems.identifierType,
    code: 'EI',
    display: 'Employee number',
  })
  return {
    resourceType: 'Practitioner',
    id: idOf(output.record, role),
    ...metaOf(output, 'Practitioner'),
    identifier: [{ use: 'secondary', type, system: identifierSystems.staff, value: account }],
    active: true,
    name: [{ use: 'official', text: output.nameOf(account) }],
  }
}

/** What the one who entered the dose is in the bundle: the vaccinator too, when it is the same account. */
export function entererOf({ record }: Output): 'vaccinator' | 'enterer' {
  return record.enteredBy === record.dose.vaccinator ? 'vaccinator' : 'enterer'
}

/** Who gave the dose and who entered it: one resource when it is one account. */
export function writePractitioners(output: Output): r4.Practitioner[] {
  const { dose, enteredBy } = output.record
  const vaccinator = practitioner(output, 'vaccinator', dose.vaccinator)
  if (entererOf(output) === 'vaccinator') return [vaccinator]
  return [vaccinator, practitioner(output, 'enterer', enteredBy)]
}
