import { accountRoutes } from './account-routes';
import type { ApiRoute } from './api-route';
import { driveRoutes } from './drive-routes';
import { shareRoutes } from './share-routes';
import { systemRoutes } from './system-routes';

/** The whole HTTP interface. A test compares it with the route files: a route without a row fails it. */
export const API_ROUTES: ApiRoute[] = [...accountRoutes, ...driveRoutes, ...shareRoutes, ...systemRoutes];
