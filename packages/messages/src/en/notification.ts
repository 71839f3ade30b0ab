import type { notification as zhCN } from '../zh-CN/notification.ts'

export const notification = {
  'notification.postGiven': 'You hold the post {kind:post} in {unit} from {from}.',
  'notification.postEnded': 'Your post {kind:post} in {unit} ends on {to}.',
  'notification.factorReleased':
    'The security administrator has released your second factor. Enrol your authenticator again.',
} as const satisfies Record<keyof typeof zhCN, string>
