import type { DoseRecord } from '../dose-record.js'

/** A record as far as it is written: every part, and every field of the parts that people fill in, may be absent. */
export type RecordDraft = Partial<Omit<DoseRecord, 'person' | 'dose' | 'screening'>> & {
  readonly person?: Partial<DoseRecord['person']>
  readonly dose?: Partial<DoseRecord['dose']>
  readonly screening?: Partial<DoseRecord['screening']>
}

/** The value at a path of member names. */
export function valueAt(record: RecordDraft, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    record,
  )
}

/** Whether nothing stands at a path: absent, empty, or said to be unknown. */
export function isAbsent(record: RecordDraft, field: string): boolean {
  const absent: readonly unknown[] = [undefined, null, '', 'unknown']
  return absent.includes(valueAt(record, field.split('.')))
}
