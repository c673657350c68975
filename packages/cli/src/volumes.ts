import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'

/** Volumes as the policies that ship set them: 2 ml for 0.2 ml is refused. */
export const policyVolumes: Readonly<Record<string, string>> = Object.fromEntries(
  [...covid19Children5To11, ...covid19Adolescents12To17].flatMap(({ products }) =>
    products.flatMap(({ id, volumeMl }) =>
      volumeMl === undefined ? [] : [[id, volumeMl] as const],
    ),
  ),
)
