import type * as r4 from '../r4.js'
import { codeSystems } from '../systems.js'
import { concept, idOf, metaOf, type Output, referTo, writeInstant } from './output.js'

const loinc = (code: string, display: string): r4.CodeableConcept =>
  concept({ system: codeSystems.loinc, code, display })

const narrative = (lines: readonly string[]): r4.Narrative => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`,
})

/** The doses, in closed words: number, product and day. */
function doses(output: Output): r4.CompositionSection {
  const { dose, priorDoses } = output.record
  const lines = [dose, ...priorDoses].map(
    ({ number, product, date }) => `Mũi ${number}: ${product}, ${date}`,
  )
  return {
    title: 'Tiêm chủng',
    code: loinc('11369-6', 'History of Immunization note'),
    text: narrative(lines),
    entry: [
      referTo(output, 'dose', 'Immunization'),
      ...priorDoses.map((_, place) => referTo(output, place, 'Immunization')),
    ],
  }
}

const unavailable = concept({
  system: codeSystems.emptyReason,
  code: 'unavailable',
  display: 'Unavailable',
})

/** A section that the summary must have and a dose record knows nothing of. */
const empty = (title: string, code: r4.CodeableConcept): r4.CompositionSection => ({
  title,
  code,
  text: narrative(['Không có thông tin trong bản ghi tiêm chủng']),
  emptyReason: unavailable,
})

const mandatory = (): r4.CompositionSection[] => [
  empty('Bệnh', loinc('11450-4', 'Problem list - Reported')),
  empty('Dị ứng', loinc('48765-2', 'Allergies and adverse reactions Document')),
  empty('Thuốc', loinc('10160-0', 'History of Medication use Narrative')),
]

/** The first page of a document: a patient summary for `ips`, else a history of immunization. */
export function writeComposition(output: Output): r4.Composition {
  const summary = output.profile.id === 'ips'
  return {
    resourceType: 'Composition',
    id: idOf(output.record, 'composition'),
    ...metaOf(output, 'Composition'),
    status: 'final',
    type: summary
      ? loinc('60591-5', 'Patient summary Document')
      : loinc('11369-6', 'History of Immunization note'),
    subject: referTo(output, 'patient', 'Patient'),
    date: writeInstant({ ...output, lost: [] }, [], output.record.enteredAt),
    author: [referTo(output, 'organization', 'Organization')],
    title: summary ? 'International Patient Summary' : 'Tiêm chủng',
    section: [doses(output), ...(summary ? mandatory() : [])],
  }
}
