import { stray, type Trial } from '../trial.js'

export const types: Trial = {
  breaks: [
    {
      by: 'a wrong type',
      apply: (copy) => copy.write(stray('type'), "export const count: number = 'one'\n"),
      says: /stray-type\.ts\(1,14\): error TS2322/,
    },
  ],
}
