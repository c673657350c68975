import { expect } from 'vitest'

/** Says the verdict, which is what whoever reads the run wants to see, and wants no faults. */
export function verdict(
  profile: string,
  records: number,
  resources: number,
  faults: readonly string[],
): void {
  console.log(
    `fhir ${profile}: ${records} records, ${resources} resources, ${faults.length} faults`,
  )
  expect(faults.slice(0, 10)).toEqual([])
}
