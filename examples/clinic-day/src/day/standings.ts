import type { Standing } from '../facility/calls.js'
import { askAll, type Stage } from './stage.js'

/** Where a facility and its children stand at the end of the day. */
export interface FacilityStanding extends Standing {
  readonly facility: string
  readonly ofCommune: boolean
}

export async function standings(stage: Stage): Promise<readonly FacilityStanding[]> {
  const answers = await askAll(stage, ({ office }) => office.ask('standing', null))
  return answers.map(({ facility, answer }) => ({
    ...answer,
    facility: facility.code,
    ofCommune: facility.ofCommune,
  }))
}
