use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CONNECTION, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, DATE, EXPIRES, LAST_MODIFIED,
};
use axum::http::{HeaderValue, Version};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tower_http::services::{ServeDir, ServeFile};

pub use axum::http::StatusCode;

use crate::Result;
use crate::link::{Line, Link};
use crate::wire::Wire;

/// How a server treats the requests for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Every file as it is.
    Faithful,
    /// Files with this in their path are not found.
    Without(&'static str),
    /// Files with this in their path are held back until [`Server::release`].
    Held(&'static str),
    /// Files with this in their path end after half of their bytes, as if that were all.
    Truncated(&'static str),
    /// The same where only the end of the connection tells the end of a file, as in HTTP/1.0.
    CutOff(&'static str),
    /// The same with a length that is told as if all came.
    BrokenOff(&'static str),
    /// The same in chunks that end as they should, and nothing tells the length.
    InChunks(&'static str),
    /// Files with this in their path are answered with this status, and nothing else.
    Refused(&'static str, StatusCode),
    /// Files with this in their path are said to be of this media type.
    Typed(&'static str, &'static str),
    /// Files with one of these in their path are a page of somebody else, who wants to be paid first.
    Portal(&'static [&'static str]),
    /// Every file is of long ago by its headers.
    LongAgo,
    /// Files with this in their path have their length, but other bytes.
    Garbage(&'static str),
    /// Files with this in their text come as far as that, and the rest after a while.
    Paused(&'static str, Duration),
    /// Pages and plain texts come with this as their Content-Security-Policy.
    Csp(&'static str),
    /// Every file as it is, over a slow line.
    Far(Link),
}

/// Where a script is put into what the server sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    /// Into every page, before all of its own.
    Pages,
    /// Into the worker, before its own.
    Worker,
}

/// A server of the built site, on a free port of this machine. It ends when this is dropped.
///
/// It sends the `.br` and `.gz` that lie beside a file to browsers that take them, and `404.html`
/// for what is not there.
pub struct Server {
    wire: Wire,
    behaviour: Arc<Mutex<Behaviour>>,
    injected: Arc<Mutex<Option<(Into, &'static str)>>>,
    folder: &'static str,
    gate: Arc<Semaphore>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the files of `site` below `folder`: the empty one, or one such as `/a/b`.
    ///
    /// # Errors
    ///
    /// Only when the machine has no port to give.
    pub async fn start(site: &Path, folder: &'static str, behaviour: Behaviour) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let wire = Wire::lay(listener.local_addr()?).await?;
        let current = Arc::new(Mutex::new(behaviour));
        let read = Arc::clone(&current);
        let injected = Arc::new(Mutex::new(None));
        let put = Arc::clone(&injected);
        let gate = Arc::new(Semaphore::new(0));
        let passed = Arc::clone(&gate);
        let line = match behaviour {
            Behaviour::Far(link) => Some(Arc::new(Line::new(link))),
            _ => None,
        };
        let treat = move |request: Request, next: Next| {
            let (gate, line) = (Arc::clone(&passed), line.clone());
            let behaviour = *read.lock().unwrap_or_else(PoisonError::into_inner);
            let injected = *put.lock().unwrap_or_else(PoisonError::into_inner);
            async move {
                if let Some(line) = &line {
                    line.answer().await;
                }
                let response = inject(injected, behaviour, &gate, request, next).await;
                match line {
                    Some(line) => line.carry(response),
                    None => shared(response),
                }
            }
        };
        let app = below(folder, files(site)).layer(from_fn(treat));
        let task = tokio::spawn(async move {
            // It serves until it is aborted; a connection that fails is the browser's to report.
            let _: std::io::Result<()> = axum::serve(listener, app).await;
        });
        Ok(Self { wire, behaviour: current, injected, folder, gate, task })
    }

    /// The address of the site, without a slash at the end.
    pub fn site(&self) -> String {
        format!("http://{}{}", self.wire.address, self.folder)
    }

    /// Treats the requests from now on in another way, over the line that is there.
    pub fn behave(&self, behaviour: Behaviour) {
        *self.behaviour.lock().unwrap_or_else(PoisonError::into_inner) = behaviour;
    }

    /// Puts a script into what is sent from now on, in place of the one before.
    pub fn inject(&self, into: Into, script: &'static str) {
        *self.injected.lock().unwrap_or_else(PoisonError::into_inner) = Some((into, script));
    }

    /// Takes the network away from its readers, in the middle of what is on its way.
    pub fn cut(&self) {
        self.wire.set_whole(false);
    }

    /// Gives it back.
    pub fn mend(&self) {
        self.wire.set_whole(true);
    }

    /// Lets go of all that is held back, now and from now on.
    pub fn release(&self) {
        self.gate.close();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn files(site: &Path) -> Router {
    let not_found = ServeFile::new(site.join("404.html"));
    let files = ServeDir::new(site).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files.not_found_service(not_found))
}

fn below(folder: &str, files: Router) -> Router {
    if folder.is_empty() { files } else { Router::new().nest_service(folder, files) }
}

/// Responds, with a script in what it belongs into.
async fn inject(
    injected: Option<(Into, &'static str)>,
    behaviour: Behaviour,
    gate: &Semaphore,
    request: Request,
    next: Next,
) -> Response {
    let concerned = injected.filter(|(into, _)| match into {
        Into::Pages => says(request.headers().get(ACCEPT), "text/html"),
        Into::Worker => request.uri().path().ends_with("/sw.js"),
    });
    let Some((into, script)) = concerned else {
        return respond(behaviour, gate, request, next).await;
    };
    let response = respond(behaviour, gate, uncompressed(request), next).await;
    rewrite(response, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let changed = match into {
            Into::Pages => {
                let script = format!("<script>{script}</script><script");
                text.replacen("<script", &script, 1)
            }
            Into::Worker => format!("{script};\n{text}"),
        };
        *bytes = changed.into_bytes();
    })
    .await
}

fn says(header: Option<&HeaderValue>, what: &str) -> bool {
    header.and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(what))
}

async fn respond(behaviour: Behaviour, gate: &Semaphore, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let concerns = |part: &str| path.contains(part);
    match behaviour {
        Behaviour::Without(part) if concerns(part) => StatusCode::NOT_FOUND.into_response(),
        Behaviour::Held(part) if concerns(part) => {
            // No permit is ever given: the wait ends when the gate is closed for good.
            let _ = gate.acquire().await;
            next.run(request).await
        }
        Behaviour::Truncated(part) if concerns(part) => {
            rewrite(next.run(request).await, half).await
        }
        Behaviour::BrokenOff(part) if concerns(part) => {
            let response = next.run(request).await;
            let length = response.headers().get(CONTENT_LENGTH).cloned();
            let mut response = in_chunks(rewrite(response, half).await, true);
            length.map(|length| response.headers_mut().insert(CONTENT_LENGTH, length));
            response
        }
        Behaviour::InChunks(part) if concerns(part) => {
            in_chunks(rewrite(next.run(request).await, half).await, false)
        }
        Behaviour::Refused(part, status) if concerns(part) => status.into_response(),
        Behaviour::Typed(part, kind) if concerns(part) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            response
        }
        Behaviour::CutOff(part) if concerns(part) => {
            let mut response = rewrite(next.run(request).await, half).await;
            *response.version_mut() = Version::HTTP_10;
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            response
        }
        Behaviour::Portal(parts) if parts.iter().any(|part| concerns(part)) => {
            let page = "<!doctype html><title>Pay</title><h1>Pay first</h1>";
            ([(CONTENT_TYPE, "text/html")], page).into_response()
        }
        Behaviour::LongAgo => {
            let mut response = next.run(request).await;
            for name in [DATE, EXPIRES, LAST_MODIFIED] {
                let day = HeaderValue::from_static("Fri, 01 Jan 2016 00:00:00 GMT");
                response.headers_mut().insert(name, day);
            }
            response
        }
        Behaviour::Garbage(part) if concerns(part) => {
            // What is compressed would not even arrive.
            let request = uncompressed(request);
            let invert = |bytes: &mut Vec<u8>| bytes.iter_mut().for_each(|byte| *byte = !*byte);
            rewrite(next.run(request).await, invert).await
        }
        Behaviour::Paused(text, pause) => {
            let response = next.run(uncompressed(request)).await;
            paused(response, text.as_bytes(), pause).await
        }
        Behaviour::Csp(policy) => with_policy(next.run(request).await, policy),
        _ => next.run(request).await,
    }
}

fn uncompressed(mut request: Request) -> Request {
    request.headers_mut().remove(ACCEPT_ENCODING);
    request
}

fn half(bytes: &mut Vec<u8>) {
    bytes.truncate(bytes.len() / 2);
}

/// Sends a body without telling its length, and may break off the connection after it.
fn in_chunks(response: Response, breaks_off: bool) -> Response {
    response.map(|body| {
        let end = breaks_off.then(|| Err(axum::Error::new(std::io::Error::other("broken off"))));
        Body::from_stream(body.into_data_stream().chain(stream::iter(end)))
    })
}

/// Sends a body in two parts, where it has a text to be parted after.
async fn paused(response: Response, text: &[u8], pause: Duration) -> Response {
    let (head, body) = response.into_parts();
    let Ok(mut first) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let at = first.windows(text.len()).position(|bytes| bytes == text);
    let rest = first.split_off(at.map_or(first.len(), |at| at + text.len()));
    let second = async move {
        if !rest.is_empty() {
            sleep(pause).await;
        }
        Ok::<_, axum::Error>(rest)
    };
    let parts = stream::iter([Ok(first)]).chain(stream::once(second));
    Response::from_parts(head, Body::from_stream(parts))
}

/// A page in a sandboxed frame has the origin `null`, and may load its scripts all the same.
fn shared(mut response: Response) -> Response {
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

async fn rewrite(response: Response, change: impl FnOnce(&mut Vec<u8>)) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut bytes = bytes.to_vec();
    change(&mut bytes);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes))
}

fn with_policy(mut response: Response, policy: &'static str) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    if ["text/html", "application/json"].iter().any(|of| says(kind, of)) {
        let policy = HeaderValue::from_static(policy);
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
