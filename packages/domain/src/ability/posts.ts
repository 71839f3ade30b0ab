/**
 * The posts of product.md. A person holds posts in a unit (and perhaps a section) for a period;
 * what a person may do follows from the post acted under, never from the person.
 */
export const postKinds = [
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
  'officeDirector',
  'officeStaff',
  'principal',
  'leaderInCharge',
  'sectionHead',
  'handler',
  'dataProvider',
  'unitReporter',
  'unitHead',
  'unitAdmin',
  'verificationLead',
  'verifier',
  'evaluator',
  'clerk',
  'observer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const

export type PostKind = (typeof postKinds)[number]

/** 三员: none of them can score, approve or sign, and no one holds two. */
export const administratorPosts = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly PostKind[]

export const isAdministrator = (kind: PostKind): boolean => (administratorPosts as readonly PostKind[]).includes(kind)
