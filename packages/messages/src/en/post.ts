import type { PostKind } from '@quanheng/domain/ability/posts'

export const postLabels = {
  post: {
    steeringHead: 'Head of the leading group',
    steeringDeputy: 'Deputy head of the leading group',
    steeringMember: 'Member of the leading group',
    officeDirector: 'Director of the performance office',
    officeStaff: 'Staff of the performance office',
    principal: 'Principal of the unit',
    leaderInCharge: 'Leader in charge',
    sectionHead: 'Head of section',
    handler: 'Handler',
    dataProvider: 'Handler of the data provider',
    unitReporter: 'Reporter',
    unitHead: 'Head of the appraised unit',
    unitAdmin: 'Unit administrator',
    verificationLead: 'Lead of the verification group',
    verifier: 'Verifier',
    evaluator: 'Evaluator',
    clerk: 'Clerk',
    observer: 'Observer',
    systemAdmin: 'System administrator',
    securityAdmin: 'Security administrator',
    auditAdmin: 'Audit administrator',
  },
} as const satisfies { readonly post: Record<PostKind, string> }
