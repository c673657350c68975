export { covid19Adults18 } from './covid19-adults-18.js'
export { covid19Adolescents12To17 } from './covid19-adolescents-12-17.js'
export { covid19Children5To11 } from './covid19-children-5-11.js'
export { routineChildhood2024 } from './routine-2024.js'
