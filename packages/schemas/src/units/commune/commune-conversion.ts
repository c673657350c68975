/** Old communes and what became of each. */
export interface CommuneConversion {
  /** Where the table comes from: the numbers of the resolutions, or who made it. */
  readonly source: string
  /** Old code to new codes, in the order of the table. More than one: the commune was divided. */
  readonly communes: ReadonlyMap<string, readonly string[]>
}

/** The form of the JSON document. */
export const conversionFormat = 'commune-conversion/1'
