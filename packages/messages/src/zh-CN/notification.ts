/** What people are told of, in one sentence each; `notify` of the server stores the code and its params. */
export const notification = {
  'notification.postGiven': '您已任{unit}{kind:post}，自{from}起。',
  'notification.postEnded': '您在{unit}的{kind:post}任职至{to}止。',
  'notification.factorReleased': '安全管理员已解除您的第二因子。请重新登记验证器。',
} as const
