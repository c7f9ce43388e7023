use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::Result;

/// How a server treats the requests for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Every file as it is.
    Faithful,
    /// Files with this in their path are not found.
    Without(&'static str),
}

/// A server of the built site, on a free port of this machine. It ends when this is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a folder.
    ///
    /// # Errors
    ///
    /// Only when the machine has no port to give.
    pub async fn start(site: &Path, behaviour: Behaviour) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let app = Router::new()
            .fallback_service(ServeDir::new(site))
            .layer(from_fn(move |request: Request, next: Next| respond(behaviour, request, next)));
        let task = tokio::spawn(async move {
            // It serves until it is aborted; a connection that fails is the browser's to report.
            let _: std::io::Result<()> = axum::serve(listener, app).await;
        });
        Ok(Self { address, task })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn respond(behaviour: Behaviour, request: Request, next: Next) -> Response {
    match behaviour {
        Behaviour::Without(part) if request.uri().path().contains(part) => {
            StatusCode::NOT_FOUND.into_response()
        }
        Behaviour::Without(_) | Behaviour::Faithful => next.run(request).await,
    }
}
