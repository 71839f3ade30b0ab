import { status } from '@quanheng/contract/account'
import { type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { useParams } from '@tanstack/react-router'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { GuideSteps } from '../GuideSteps.tsx'
import { stepsOf } from '../guide.ts'

const isPost = (text: string): text is PostKind => (postKinds as readonly string[]).includes(text)

/** In a rehearsal: who plays this post, and how to become that person. */
const Player = ({ post }: { readonly post: PostKind }) => {
  const players = useQueryRoute(status, {}).data?.accounts?.filter((account) => account.post === post) ?? []
  return players.map(({ login, name, unit }) => (
    <Facts
      key={login}
      items={[
        { label: t('演练账号'), value: <code>{login}</code> },
        { label: t('姓名'), value: name },
        { label: t('单位'), value: unit },
      ]}
    />
  ))
}

/** One post's page: what to try, in which order. */
const PostGuidePage = () => {
  const { post = '' } = useParams({ strict: false }) as { post?: string }
  const { posts, rehearsal } = useSession()
  if (!isPost(post))
    return (
      <Page crumbs={[{ title: t('操作指引'), to: '/guide' }]} title={t('没有这个岗位')}>
        <p>{t('地址中的岗位名称有误，请从岗位列表中选。')}</p>
        <div>
          <LinkButton to="/guide">{t('查看各岗位')}</LinkButton>
        </div>
      </Page>
    )
  return (
    <Page crumbs={[{ title: t('操作指引'), to: '/guide' }]} title={word('post', post)}>
      {rehearsal && <Player post={post} />}
      <Section title={t('依次试这几步')}>
        <GuideSteps steps={stepsOf(post)} mine={posts.some(({ kind }) => kind === post)} />
      </Section>
      {rehearsal && <p>{t('换一个岗位：退出登录后，在登录页点选账号。从头再来：在本人菜单中“重新开始演练”。')}</p>}
    </Page>
  )
}

export default PostGuidePage
