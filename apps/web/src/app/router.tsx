import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import { RefusedError } from '../shared/api/refused.ts'
import { PageFault } from '../shared/page/PageFault.tsx'
import type { PageRoute } from '../shared/route/feature.ts'
import { parseSearch, stringifySearch } from '../shared/route/search.ts'
import { loadSession } from '../shared/session/session.ts'
import { pages } from './features.ts'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'
import { Start } from './shell/Start.tsx'
import { sliced } from './sliced.tsx'

interface RouterContext {
  readonly queries: QueryClient
}

const changePassword = '/account/password'

const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: NotFound })

/** Everything inside the shell needs a session; without one the login page brings the person back here. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await loadSession(context.queries).catch((error: unknown) => {
      const code = error instanceof RefusedError ? error.code : undefined
      if (code === 'account.notBegun') throw redirect({ to: '/first-run' })
      if (code !== 'platform.notSignedIn') throw error
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { back: location.href } })
    })
    if (session.mustChangePassword && location.pathname !== changePassword) throw redirect({ to: changePassword })
  },
})

/** With what loads it ahead, which the router asks for when a link is pointed at. */
const slicedRoute = (page: ReturnType<typeof lazyRouteComponent>): RouteComponent => {
  const { preload } = page
  return preload ? Object.assign(sliced(page), { preload }) : sliced(page)
}

const asRoute = (page: PageRoute): AnyRoute =>
  createRoute({
    getParentRoute: () => (page.door === 'open' ? root : frame) as AnyRoute,
    path: page.path,
    component: slicedRoute(lazyRouteComponent(page.page)),
    staticData: { page },
  })

/** `/` belongs to the workbench; until a feature takes it, the first entry of the person's menu opens. */
const inside = pages.filter((page) => page.door !== 'open')
const home = inside.some((page) => page.path === '/')
  ? []
  : [createRoute({ getParentRoute: () => frame, path: '/', component: Start })]

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      ...pages.filter((page) => page.door === 'open').map(asRoute),
      frame.addChildren([...home, ...inside.map(asRoute)] as AnyRoute[]),
    ] as AnyRoute[]),
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: PageFault,
    scrollRestoration: true,
  })
