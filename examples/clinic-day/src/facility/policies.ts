/** The policies of the day: the younger ones', and those to which a child of twelve is handed over. */
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'

export const policies = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])

/**
 * Millilitres of the products that are planned for children from 5 to under 12. The vial for the grown
 * has no volume here, so that an entry of it is never complete.
 */
export const volumes: Readonly<Record<string, string>> = Object.fromEntries(
  covid19Children5To11.flatMap((policy) =>
    policy.products
      .filter((product) => product.use !== null)
      .flatMap(({ id, volumeMl }) => (volumeMl === undefined ? [] : [[id, volumeMl] as const])),
  ),
)
