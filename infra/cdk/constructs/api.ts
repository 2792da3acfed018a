import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ApiRoute } from '../routes.ts';
import type { Alarms } from './alarms.ts';

/** What is logged of a request: its route as it is written, never its path, which may name a case, nor who asked. */
const logged = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    id: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    refused: '$context.authorizer.error',
    failed: '$context.integrationErrorMessage',
  }),
);

/** Leads to a function that has let the API ask it. The library's own lays that right beside the route. */
class ToFunction extends HttpRouteIntegration {
  readonly #handler: IFunction;

  constructor(id: string, handler: IFunction) {
    super(id);
    this.#handler = handler;
  }

  override bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#handler.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}

/** The API, every route of it behind a token unless it is for everyone. */
export class Api extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, { signIn, alarms }: { signIn: IHttpRouteAuthorizer; alarms: Alarms }) {
    super(scope, id);
    this.http = new HttpApi(this, 'Http', {
      description: 'Utfört',
      createDefaultStage: false,
      defaultAuthorizer: signIn,
    });
    const destination = new LogGroupLogDestination(new LogGroup(this, 'Log', { retention: RetentionDays.SIX_MONTHS }));
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination, format: logged },
    });
    alarms.when(stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }), {
      on: this,
      id: 'ServerErrors',
      above: 5,
      harm: 'the API: people get no answer to what they ask for or try to do.',
    });
  }

  /** The right to ask a function, laid beside the function: it is there before any route leads there. */
  letAsk(handler: IFunction): void {
    handler.addPermission('Asked', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.http.arnForExecuteApi(),
    });
  }

  mount(id: string, routes: readonly ApiRoute[], handler: IFunction): void {
    const integration = new ToFunction(id, handler);
    for (const { method, path, everyone } of routes) {
      this.http.addRoutes({
        path,
        methods: [HttpMethod[method as keyof typeof HttpMethod]],
        integration,
        ...(everyone ? { authorizer: new HttpNoneAuthorizer() } : {}),
      });
    }
  }
}
