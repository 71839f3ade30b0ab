import { type Assertion, inFile, pass, unverified, without } from '../assertion.ts'

/** A name of a program or machine, or a person's account, where the organ's name belongs. */
const ownName = (name: string): boolean => name === '' || /\p{Script=Han}{4,}/u.test(name)

export const fileAssertions: readonly Assertion[] = [
  // What could be opened is well-formed; what could not is refused before this, with the reason.
  { id: 1, clause: 'ECMA-376', judge: () => pass },
  {
    id: 49,
    clause: '—',
    judge: ({ layout: { properties, leftovers } }) =>
      without([
        ...leftovers.map((what) => inFile(what)),
        ...Object.values(properties)
          .filter((name) => !ownName(name))
          .map((name) => inFile(name)),
      ]),
  },
  {
    id: 50,
    clause: '5.2.2',
    judge: ({ layout, installed }) =>
      installed
        ? without(layout.faces.filter((face) => face !== '' && !installed.has(face)).map(inFile), 'unverified')
        : unverified,
  },
]
