import { people } from '../../packages/rehearsal/src/world/people.ts'

/** What the platform calls the person of an account. */
export const nameOf = (login: string): string => {
  const person = people.find((one) => one.login === login)
  if (person === undefined) throw new Error(`nobody signs in as ${login}`)
  return person.name
}
