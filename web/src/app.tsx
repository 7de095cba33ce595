import { Component, type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Loading } from "./parts/states.js";
import { routes } from "./routes.js";
import { Shell } from "./shell/shell.js";

export function App() {
  return (
    <Shell>
      <Guard>
        <Suspense fallback={<Loading />}>
          <Switch>
            {routes.map(({ path, page: Page }) => (
              <Route key={path} path={path}>
                <Page />
              </Route>
            ))}
            <Route>
              <h1 tabIndex={-1}>No such page</h1>
              <p>The address names no page of the desk. The navigation shows all of them.</p>
            </Route>
          </Switch>
        </Suspense>
      </Guard>
    </Shell>
  );
}

/** A page that breaks leaves the frame standing and says so. */
class Guard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="notice bad" role="alert">
        <h1>This page broke</h1>
        <p>{this.state.error.message}</p>
        <button type="button" onClick={() => location.reload()}>
          Load it again
        </button>
      </div>
    );
  }
}
